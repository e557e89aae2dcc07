import { REPORT_STYLE } from '@tijdig/reports'
import { hashOfText } from '../house/hash-of-text.ts'
import { LETTER_FACES } from '../sign-in/pages/page-style.ts'
import { ARCHIVE } from './addresses.ts'

/** The looks of a report, and of the pages around it. */
export const ARCHIVE_STYLE = `${LETTER_FACES}
${REPORT_STYLE.trimEnd()}
.balk{position:static;max-height:none;margin:0;border:0;background:var(--accent);color:#fff}
.balk ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;max-width:66rem;margin:0 auto;padding:.5rem 1.25rem;list-style:none;align-items:baseline}
.balk li{padding:0}
.balk a{display:inline-block;padding:.25rem 0;color:#fff;text-decoration:underline}
.balk .naam{font-size:1.25rem;font-weight:700;text-decoration:none}
.balk a:focus-visible{outline-color:#fff}
.stil{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.formaten{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:1.25rem 0 0;padding:0;list-style:none}
.formaten span{color:var(--stil)}
.formaten+p{margin:1rem 0 0}
.onderdeel{margin:-.35rem 0 .9rem;font-size:.875rem}
.tabel>.onderdeel,figure>.onderdeel{margin:.5rem 0 0}
.cijfer{color:inherit;text-decoration:underline dotted 1px;text-underline-offset:.2em}
.cijfer:hover,.cijfer:focus-visible{color:var(--accent);text-decoration-style:solid}
.blad{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 0}
.blad>*{max-width:48rem}
.blad>h2:first-child{margin-top:0}
.zoek{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));align-items:end;margin:0 0 2rem;padding:1.25rem;background:var(--vlak);border:1px solid var(--lijn);border-radius:6px}
.zoek label{display:block;font-weight:600}
input,select,button{min-height:2.75rem;padding:.4rem .7rem;border:1px solid var(--stil);border-radius:4px;background:#fff;color:inherit;font:inherit;max-width:100%}
input,select{display:block;width:100%;margin-top:.25rem}
button{border-color:var(--accent);background:var(--accent);color:#fff;font-weight:600;cursor:pointer}
input:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid var(--inkt);outline-offset:2px}
.zoek.twee{grid-template-columns:1fr;max-width:36rem}
.uitgaven{margin:0;padding:0;list-style:none}
.uitgaven>li{padding:1.1rem 0;border-top:1px solid var(--lijn)}
.uitgaven h3{margin:0}
.uitgaven p{margin:.25rem 0 0}
.uitgaven .over{color:var(--stil)}
.let-op{margin:0 0 1.5rem;padding:1rem 1.25rem;border:2px solid var(--inkt);border-radius:6px;background:#fff8e1}
.let-op h2{margin:0 0 .5rem;padding:0;border:0;font-size:1.25rem}
.let-op p:last-child{margin:0}
.waarde{margin:0 0 1.25rem;font-size:clamp(2.25rem,1.5rem + 3vw,3.5rem);line-height:1.1;font-weight:700}
.vragen{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));margin:0 0 1rem}
.vragen div{border-top:2px solid var(--lijn);padding-top:.4rem}
.delen{margin:0 0 1.1rem;padding:0;list-style:none}
.delen li{display:grid;grid-template-columns:6rem 1fr;gap:0 1rem;padding:.5rem 0;border-top:1px solid var(--lijn)}
.delen b{text-align:right;font-variant-numeric:tabular-nums}
blockquote{margin:0 0 1.1rem;padding:.1rem 0 .1rem 1rem;border-left:4px solid var(--accent)}
blockquote p{margin:0}
.verschil{margin:0 0 1.1rem;padding:.75rem 1rem;border:1px solid var(--lijn);border-radius:6px}
.verschil p{margin:0 0 .6rem}
.verschil p:last-child{margin:0}
ins{background:#e3f4e6;font-weight:600;text-decoration:underline 2px}
del{background:#fdeaea;text-decoration:line-through 2px}
.balk+.kop{border-top:0}
@media print{.balk,.onderdeel,.zoek,.formaten,.niet-op-papier{display:none}.blad{padding:0;max-width:none}.cijfer{text-decoration:none}}
`

/** The address changes with the content, so that it may be kept for ever. */
export const STYLE_AT = `${ARCHIVE}/stijl-${hashOfText(ARCHIVE_STYLE).slice(0, 16)}.css`
