import ts from 'typescript'

const forbidden = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'performance.now',
  'Temporal.Now.instant',
  'Temporal.Now.plainDateISO',
  'Temporal.Now.plainDateTimeISO',
  'Temporal.Now.zonedDateTimeISO',
])

/**
 * Each place where a source reads the clock or throws a die, which below `apps/` it may not: the
 * same question must give the same answer for ever.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function clockReadings(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext)
  /** @type {string[]} */
  const findings = []
  /** @param {ts.Node} node */
  const visit = (node) => {
    const reading = readingOf(node, source)
    if (reading) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      findings.push(
        `${path}:${line} leest zelf de tijd of het toeval met ${reading}: geef de waarde mee.`,
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} source
 * @returns {string | undefined}
 */
function readingOf(node, source) {
  if (ts.isNewExpression(node)) {
    const isNow = node.expression.getText(source) === 'Date' && (node.arguments ?? []).length === 0
    return isNow ? 'new Date()' : undefined
  }
  // A reference counts as well as a call: `{ now: Date.now }` reads the clock later.
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText(source).replace(/\s/g, '')
    return forbidden.has(name) ? name : undefined
  }
  if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') return 'Date()'
  return undefined
}
