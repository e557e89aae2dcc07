/** Why an event is not taken in. One code from here to the screen and the manual. */
export type EventErrorCode =
  | 'not-json'
  | 'not-an-event'
  | 'key-unknown'
  | 'key-missing'
  | 'id-invalid'
  | 'day-invalid'
  | 'moment-invalid'
  | 'data-invalid'
  | 'supersedes-itself'
  | 'supersedes-missing'
  | 'route-unknown'
  | 'type-unknown'
  | 'field-unknown'
  | 'field-missing'
  | 'field-invalid'
  | 'order-forbidden'

/** An expected refusal: the code, where in the event, and a Dutch sentence that says what to do. */
export interface EventError {
  readonly code: EventErrorCode
  /** The key or field it is about: `validOn`, `data.channel`. */
  readonly place: string
  readonly reason: string
}

export function eventError(code: EventErrorCode, place: string, reason: string): EventError {
  return { code, place, reason }
}
