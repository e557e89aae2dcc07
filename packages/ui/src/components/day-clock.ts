/** One of the two clocks, with all that is calculated about its day by who uses it. */
export interface DayClock {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly inWords: string
  /** Days since any fixed day: where it stands in the drawing. */
  readonly position: number
  readonly previousDay: string
  readonly nextDay: string
  /** Days that are asked often: the ends of months, today. */
  readonly choices: readonly { readonly label: string; readonly day: string }[]
}

/** The piece of time that is drawn, with the days that are named along it. */
export interface ClockSpan {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly position: number; readonly label: string }[]
}
