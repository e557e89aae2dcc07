import { npm } from './install.mjs'

/** What may not be in production; lesser ones are told with the next release. */
const SERIOUS = ['high', 'critical']

/**
 * Asks the registry what is known to be wrong with the packages that production has. Fails on what
 * is serious; says so where nobody answered, which is no failure: the tests also run without a
 * network.
 *
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function auditDependencies() {
  const patience = ['--fetch-retries=0', '--fetch-timeout=15000']
  const { output } = await npm(['audit', '--omit=dev', '--json', ...patience])
  const { asked, serious } = readAudit(output)
  if (!asked) {
    console.log(
      'LET OP: er is niemand die weet welke pakketten kwetsbaar zijn (npm audit kreeg geen antwoord). ' +
        'Dit is dus niet gecontroleerd. Doe het op een computer met internet: npm audit --omit=dev',
    )
  }
  return { ok: serious.length === 0, output: serious.join('\n') }
}

/**
 * @param {string} output what `npm audit --json` printed
 * @returns {{ asked: boolean, serious: string[] }} `asked`: whether somebody answered; `serious`: a
 * line for each package that may not be used so
 */
export function readAudit(output) {
  const report = readObject(output)
  if (report?.auditReportVersion === undefined) return { asked: false, serious: [] }
  const found = Object.entries(report.vulnerabilities ?? {})
  return {
    asked: true,
    serious: found
      .filter(([, { severity }]) => SERIOUS.includes(severity))
      .map(([name, { severity, range, fixAvailable }]) => {
        const way = fixAvailable ? 'Werk het bij.' : 'Er is nog geen betere versie: vervang het.'
        return `${name} ${range} is kwetsbaar (${severity}). ${way}`
      }),
  }
}

/**
 * @param {string} output may have warnings of npm before the report
 * @returns {any}
 */
function readObject(output) {
  const start = output.search(/^\{/m)
  try {
    return start < 0 ? undefined : JSON.parse(output.slice(start, output.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
