import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from './root.mjs'

/** What our own sources may not contain, and where it is all the same, with the reason. */
const FORBIDDEN: readonly {
  readonly what: string
  readonly pattern: RegExp
  readonly in?: RegExp
  readonly except?: readonly string[]
}[] = [
  { what: 'text that is run as a program', pattern: /\beval\(|new Function\(|\bvm\.|node:vm/ },
  {
    what: 'text that is made into a page',
    pattern:
      /innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
  },
  { what: 'messages between windows', pattern: /\bpostMessage\(/, in: /^apps\/web\// },
  {
    what: 'something that stays in the browser',
    pattern: /\b(?:localStorage|sessionStorage|indexedDB)\b/,
    in: /^(?:apps\/web|packages\/ui)\//,
    // What was typed and not recorded yet: steps, days and codes, never who a family is; and words of
    // a report that the server has not taken yet, which name no figure and nobody.
    except: [
      'apps/web/src/features/drafts/editor/unsent-steps.ts',
      'apps/web/src/features/recording/draft-store.ts',
    ],
  },
  {
    what: 'a connection without checking who it is with',
    pattern: /rejectUnauthorized|NODE_TLS_REJECT/,
  },
  { what: 'a hash that is broken', pattern: /createHash\('(?:md5|sha1|md4|ripemd)/i },
  { what: 'a shell', pattern: /shell: true|\bexec\(['"`]|execSync\(/ },
  {
    what: 'a private key or a password',
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|:\/\/[^\s/:@'"`]+:[^\s/:@'"`$]{8,}@/,
    // The example in a sentence that says how an address is written.
    except: ['apps/server/src/start/read-mail.ts', 'packages/store/src/database/own-server.ts'],
  },
  {
    what: 'an expression made of text',
    pattern: /new RegExp\((?!['"`/])/,
    in: /^(?:apps\/server|apps\/cli|packages\/(?:core|store|exchange|figures))\//,
  },
]

const sources = ['apps', 'packages', 'catalogue']
  .flatMap((top) =>
    readdirSync(inRoot(top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\/(?:node_modules|dist|testing)\//.test(path))
  .filter((path) => /\.(?:ts|tsx|mjs|css|html|sql)$/.test(path) && !/\.test\.tsx?$/.test(path))
  .sort()
const texts = new Map(sources.map((path) => [path, readFileSync(inRoot(path), 'utf8')]))

test('there is something to look at', () => expect(texts.size).toBeGreaterThan(200))

test.each(FORBIDDEN)('no source holds $what', ({ pattern, in: where = /./, except = [] }) => {
  const found = [...texts]
    .filter(([path, text]) => where.test(path) && pattern.test(text))
    .map(([path]) => path)
  expect(found).toEqual(except)
})

test('what is forbidden is found where it is', () => {
  const wrong = [
    'eval(x)',
    'a.innerHTML = b',
    'window.postMessage(1)',
    'localStorage.a',
    'rejectUnauthorized: false',
    "createHash('md5')",
    'shell: true',
    'postgres://me:verysecret@host/x',
    'new RegExp(text)',
  ]
  for (const [place, text] of wrong.entries())
    expect(text).toMatch(FORBIDDEN[place]?.pattern ?? /$^/)
})

test('chance that must not be guessed is not Math.random', () => {
  const found = [...texts].filter(([, text]) => /Math\.random/.test(text)).map(([path]) => path)
  expect(found).toEqual([])
})
