const COUNT = new Intl.NumberFormat('nl-NL')
const SHARE = new Intl.NumberFormat('nl-NL', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const CHANGE = new Intl.NumberFormat('nl-NL', { signDisplay: 'exceptZero' })
const POINTS = new Intl.NumberFormat('nl-NL', {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
// Sweden writes days as JJJJ-MM-DD, as this program does everywhere.
const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Numbers and moments as people here write them. */
export const count = (value: number) => COUNT.format(value)
export const share = (value: number) => SHARE.format(value)
export const change = (value: number) => CHANGE.format(value)
/** Percentage points. */
export const points = (value: number) => POINTS.format(value * 100)
/** A moment in RFC 3339, as the clock here showed it. */
export const clockTime = (moment: string) => MOMENT.format(new Date(moment))
