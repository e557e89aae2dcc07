import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { STYLE } from './page.ts'

const WEIGHTS = [400, 600, 700] as const
const LETTER = '/inloggen/letter'
const A_DAY = 'public, max-age=86400'

const require = createRequire(import.meta.url)
const LETTERS = join(dirname(require.resolve('@fontsource/source-sans-3/package.json')), 'files')

/** The style and the letter of the sign-in pages, which need not wait for the web application. */
export async function servePageStyle(app: FastifyInstance): Promise<void> {
  app.get(STYLE, async (_request, reply) =>
    reply.header('cache-control', A_DAY).type('text/css; charset=utf-8').send(STYLE_SHEET),
  )
  for (const weight of WEIGHTS) {
    app.get(`${LETTER}-${weight}.woff2`, async (_request, reply) => {
      const letter = await readFile(join(LETTERS, `source-sans-3-latin-${weight}-normal.woff2`))
      return reply.header('cache-control', A_DAY).type('font/woff2').send(letter)
    })
  }
}

/** The letter of all pages that do without the web application. */
export const LETTER_FACES = WEIGHTS.map(
  (weight) =>
    `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-display:swap;src:url(${LETTER}-${weight}.woff2) format("woff2")}`,
).join('\n')

/** The colours and measures are those of the theme of the web application. */
const STYLE_SHEET = `${LETTER_FACES}
*,*::before,*::after{box-sizing:border-box}
html{text-size-adjust:100%}
body{margin:0;background:#fff;color:#141c1f;font:400 1.0625rem/1.5 "Source Sans 3",system-ui,sans-serif}
header{border-block-start:4px solid #0d5e62;border-block-end:1px solid #dde2e4;padding-inline:clamp(1rem,4vw,2.5rem)}
header div{max-inline-size:76rem;margin-inline:auto}
header a{display:inline-block;padding-block:.75rem;color:#0d5e62;font-size:1.5rem;font-weight:700;letter-spacing:-.01em;text-decoration:none}
main{box-sizing:content-box;max-inline-size:76rem;margin-inline:auto;padding:1.75rem clamp(1rem,4vw,2.5rem) 4rem}
h1{margin:1.75rem 0 .25rem;font-size:2.5rem;line-height:1.15;letter-spacing:-.02em;text-wrap:balance}
h2{margin:2rem 0 .75rem;font-size:1.375rem;line-height:1.3}
p{margin:0 0 1rem;max-inline-size:68ch}
.lead{font-size:1.25rem}
.notice{border:1px solid #e0b43c;border-radius:8px;background:#fff8e1;padding:1rem 1.25rem}
.notice p:last-child{margin:0}
.people{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));margin:0;padding:0;list-style:none}
.people button{display:block;inline-size:100%;block-size:100%;min-block-size:4.5rem;border:1px solid #c1c9cc;border-radius:10px;background:#fff;color:inherit;cursor:pointer;font:inherit;padding:.875rem 1.125rem;text-align:start}
.people button:hover{border-color:#0d5e62;background:#f1f8f7}
.name{display:block;color:#0d5e62;font-size:1.1875rem;font-weight:600}
.role{display:block;color:#3f4a4f}
.button{display:inline-block;min-block-size:2.75rem;border-radius:6px;background:#0d5e62;color:#fff;font-weight:600;padding:.6rem 1.25rem;text-decoration:none}
.button:hover{background:#094a4e}
:focus-visible{outline:3px solid #141c1f;outline-offset:2px;background-color:#fff1b8;color:#141c1f}
@media (max-width:40rem){h1{font-size:2rem}}
`
