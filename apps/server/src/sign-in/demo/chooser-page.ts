import { ROLE_LABELS } from '@tijdig/core'
import { escapeText, page } from '../pages/page.ts'
import { DEMO_BASE } from './create-provider.ts'
import { DEMO_ORGANISATIONS, DEMO_PEOPLE, type DemoPerson } from './demo-people.ts'

/** Who do you want to be? By organisation, each with a button of their own. */
export function chooserPage(interaction: string): string {
  const groups = DEMO_ORGANISATIONS.map(({ code, name, teams }) => {
    const people = DEMO_PEOPLE.filter(({ roles }) => roles[0].organisation === code)
    const teamNames = new Map(teams.map((team) => [team.code, team.name]))
    return `<section aria-labelledby="${escapeText(code)}">
<h2 id="${escapeText(code)}">${escapeText(name)}</h2>
<ul class="people">${people.map((person) => button(person, teamNames)).join('')}</ul>
</section>`
  })
  return page(
    'Kies wie u bent',
    `<div class="notice" role="note">
<p><strong>Dit zijn verzonnen mensen, om Tijdig uit te proberen.</strong></p>
<p>Niemand van hen bestaat, en ook de gezinnen en kinderen zijn verzonnen. Een wachtwoord is niet nodig.</p>
</div>
<h1>Kies wie u bent</h1>
<p class="lead">Wat u in Tijdig ziet en mag, hangt af van uw rol en uw organisatie. Kies iemand, en log later gerust in als een ander.</p>
<form method="post" action="${DEMO_BASE}/kiezen/${escapeText(interaction)}">
${groups.join('\n')}
</form>`,
  )
}

function button({ id, name, roles }: DemoPerson, teamNames: ReadonlyMap<string, string>): string {
  const words = roles.map(({ role, organisation, teams = [] }, place) => {
    const team = teams.map((code) => teamNames.get(code) ?? code).join(' en ')
    const elsewhere = place > 0 ? ` bij ${nameOf(organisation)}` : ''
    return `${ROLE_LABELS[role]}${elsewhere}${team === '' ? '' : `, ${team}`}`
  })
  return `<li><button type="submit" name="persoon" value="${escapeText(id)}"><span class="name">${escapeText(name)}</span> <span class="role">${escapeText(words.join('; ook '))}</span></button></li>`
}

function nameOf(organisation: string): string {
  return DEMO_ORGANISATIONS.find(({ code }) => code === organisation)?.name ?? organisation
}
