import type { Event, OrderFinding } from '@tijdig/core'
import type { Refusal } from './append-result.ts'

/** What only the log can refuse, in a Dutch sentence that says what to do. */

export function idWithOtherContent(event: Event): Refusal {
  return {
    code: 'id-with-other-content',
    place: 'id',
    reason: `Onder "${event.id}" staat al een gebeurtenis met een andere inhoud. Geef deze een eigen id; is zij een verbetering, noem de oude dan bij "supersedes".`,
  }
}

export function trajectoryOfOtherRoute(event: Event, route: string): Refusal {
  return {
    code: 'trajectory-of-other-route',
    place: 'trajectory',
    reason: `Het traject "${event.trajectory}" hoort bij de route "${route}", niet bij "${event.route}". Verbeter het traject of de route.`,
  }
}

export function supersedesOtherRoute(event: Event, other: string, route: string): Refusal {
  return {
    code: 'supersedes-other-route',
    place: 'supersedes',
    reason: `"${event.id}" en "${other}" vervangen elkaar over routes heen ("${event.route}" en "${route}"). Dat kan alleen binnen een route.`,
  }
}

export function orderForbidden(finding: OrderFinding): Refusal {
  return {
    code: 'order-forbidden',
    place: 'type',
    reason: `${finding.rule.label} (${finding.rule.code}). Kijk de volgorde van de gebeurtenissen na.`,
  }
}

/** The same whether the trajectory is there or not. */
export function notAllowed(): Refusal {
  return {
    code: 'not-allowed',
    place: 'type',
    reason:
      'Deze stap mag u hier niet vastleggen, of dit traject is er niet. Kijk het nummer na, of vraag het aan uw teamleider.',
  }
}

export function trajectoryChanged(): Refusal {
  return {
    code: 'trajectory-changed',
    place: 'seen',
    reason:
      'Intussen is er in dit traject iets anders vastgelegd. Kijk wat, en leg dit daarna vast.',
  }
}

export function notWithoutTheOthers(): Refusal {
  return {
    code: 'not-without-others',
    place: 'id',
    reason:
      'Dit is niet vastgelegd, omdat iets wat erbij hoort is geweigerd. Verbeter dat, en leg alles samen opnieuw vast.',
  }
}
