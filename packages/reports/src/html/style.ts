import { createHash } from 'node:crypto'
import { accent } from '@tijdig/charts'

/** The one style sheet of a report; no file, font or script from elsewhere. */
export const STYLE = `
:root{--inkt:#1b1f24;--stil:#4f5863;--lijn:#d5dae0;--vlak:#f4f6f8;--accent:${accent}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;color:var(--inkt);background:#fff;font:400 1.0625rem/1.6 'Source Sans 3','Source Sans Pro',system-ui,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.schuift:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.overslaan{position:absolute;left:1rem;top:-5rem;padding:.6rem 1rem;background:#fff;z-index:1}
.overslaan:focus{top:1rem}
header,.romp,footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
.kop{border-top:.5rem solid var(--accent);background:var(--vlak);border-bottom:1px solid var(--lijn)}
header{padding-top:2.25rem;padding-bottom:2rem}
.afzender{margin:0 0 .75rem;color:var(--stil);font-weight:600}
h1{margin:0;font-size:clamp(1.6rem,1rem + 2.7vw,2.9rem);line-height:1.12;letter-spacing:-.01em;font-weight:700;text-wrap:balance;hyphens:auto}
.periode{margin:.5rem 0 0;font-size:1.35rem;line-height:1.35;color:var(--accent);font-weight:600}
.inleiding{max-width:42rem;margin:1rem 0 0;font-size:1.15rem}
.feiten{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem 2rem;margin:1.75rem 0 0}
.feiten div{border-top:2px solid var(--lijn);padding-top:.4rem}
.feiten .lang{grid-column:1/-1}
dt{color:var(--stil);font-size:.9375rem}
dd{margin:0;font-weight:600}
code{font:400 .875rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.romp{display:grid;gap:0 4rem;padding-top:2.5rem}
nav{font-size:1rem}
nav p{margin:0 0 .4rem;font-weight:600}
nav ol{margin:0;padding:0;list-style:none}
nav li{padding:.2rem 0;line-height:1.35}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
main{min-width:0;max-width:44rem}
main:focus{outline:0}
h2{margin:3rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--inkt);font-size:1.65rem;line-height:1.2}
h3{margin:2.25rem 0 .5rem;font-size:1.25rem;line-height:1.3}
h4{margin:1.75rem 0 .4rem;font-size:1.0625rem}
main>p:first-child{margin-top:0}
p,ul,ol{margin:0 0 1.1rem}
ul,ol{padding-left:1.4rem}
li{padding:.15rem 0}
data{white-space:nowrap}
sup{line-height:0;font-size:.75em}
.noot{padding:.2em .15em;text-decoration:none;font-weight:600}
.tabel,figure{margin:1.75rem 0}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;line-height:1.35}
caption,figcaption{padding:0 0 .6rem;text-align:left;font-weight:600}
.nummer{color:var(--accent);margin-right:.35em}
th,td{padding:.5rem .75rem;vertical-align:top;text-align:right;font-weight:400}
th:first-child{text-align:left;padding-left:.25rem}
td:last-child,th:last-child{padding-right:.25rem}
thead th{vertical-align:bottom;color:var(--stil);font-size:.9375rem;border-bottom:2px solid var(--inkt)}
tbody tr+tr>*{border-top:1px solid var(--lijn)}
tfoot>tr>*{border-top:2px solid var(--inkt)}
.totaal>*{font-weight:700}
table:not(:has(th+th+th,td+td)){max-width:34rem}
.schuift{overflow-x:auto}
.schuift table{min-width:44rem;max-width:none}
.schuift th:first-child{position:sticky;left:0;min-width:10rem;background:#fff}
.schuift caption span.vast{display:inline-block;position:sticky;left:0;max-width:min(44rem,100vw - 2.5rem)}
.toelichting{margin:.5rem 0 0;color:var(--stil);font-size:.9375rem}
svg{display:block;max-width:100%;height:auto}
.smal{display:none}
details{margin-top:.75rem;border-top:1px solid var(--lijn)}
summary{padding:.5rem 0;color:var(--accent);cursor:pointer}
details caption{font-size:.9375rem}
.voetnoten{margin-top:3rem}
.voetnoten ol{font-size:1rem;padding-left:1.6rem}
.voetnoten li{padding:.3rem 0 .3rem .3rem}
.voetnoten li:target,data:target,span:target{background:#fff3c4}
footer{margin-top:3rem;padding-top:1.25rem;padding-bottom:2.5rem;border-top:1px solid var(--lijn);color:var(--stil);font-size:.9375rem}
footer p{margin:0}
@media (min-width:62rem){
.romp{grid-template-columns:14rem minmax(0,44rem)}
nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
main>h2:first-of-type{margin-top:2rem}
}
@media (max-width:61.99rem){nav{margin-bottom:2rem;padding-bottom:1rem;border-bottom:1px solid var(--lijn)}}
@media (max-width:40rem){
body{font-size:1rem}
.breed{display:none}
.smal{display:block}
th,td{padding:.45rem .5rem}
}
@media print{
@page{size:A4;margin:20mm 18mm}
body{font-size:10.5pt;line-height:1.45}
.overslaan,nav,details{display:none}
.romp{display:block;padding:0}
main{max-width:none}
.kop,header{background:none;padding-left:0;padding-right:0}
.breed{display:block}.smal{display:none}
h2,h3,h4,caption,figcaption{break-after:avoid}
figure,tr{break-inside:avoid}
.schuift{overflow:visible}.schuift table{min-width:0}
a{color:inherit;text-decoration:none}
}
`

/**
 * Of tables of words, beside the other: that one stays as it is, as pages that were published without
 * such tables name it by its hash.
 */
export const WORDS_STYLE = `
.woorden{table-layout:fixed;line-height:1.5;margin:1rem 0 1.75rem}
.woorden th,.woorden td{text-align:left;padding:.6rem 1rem .6rem 0}
.woorden tbody th{font-weight:600}
.woorden th:first-child{padding-left:0}
.woorden.kolommen-2:not(:has(td+td)){max-width:none}
.woorden.kolommen-2 th:first-child{width:32%}
.woorden.kolommen-3 th:first-child{width:27%}
.woorden.kolommen-3 thead th:last-child{width:30%}
.woorden.delen{table-layout:auto;max-width:none}
.woorden p{margin:0}
.woorden p+p{margin-top:.2rem}
.woorden em{font-style:normal;font-weight:400;color:var(--stil)}
@media (max-width:40rem){
.woorden,.woorden tbody,.woorden tr,.woorden th,.woorden td{display:block;width:auto!important}
.woorden thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.woorden tbody tr{border-top:1px solid var(--lijn);padding:.75rem 0}
.woorden tbody tr:first-child{border-top:2px solid var(--inkt)}
.woorden tbody th,.woorden tbody td{border:0!important;padding:.15rem 0}
.woorden.delen caption{display:block}
.woorden.delen td:empty{display:none}
.woorden.delen td::before{content:attr(data-kop) ": ";color:var(--stil)}
.woorden.kolommen-3 td::before{content:attr(data-kop);color:var(--stil);font-size:.875rem}
}
@media print{.woorden tr{break-inside:auto}}
`

/** Both, for a page that shows tables of each kind. */
export const FILE_STYLE = `${STYLE.trimEnd()}${WORDS_STYLE}`

/** What a browser may do with a report: show it, and nothing else. */
export const REPORT_CONTENT_SECURITY_POLICY = policyOf(STYLE, WORDS_STYLE)
/** The same of a file. */
export const FILE_CONTENT_SECURITY_POLICY = policyOf(FILE_STYLE)

function policyOf(...styles: readonly string[]): string {
  const hashes = styles.map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  return `default-src 'none'; style-src ${hashes.join(' ')}; base-uri 'none'; form-action 'none'`
}
