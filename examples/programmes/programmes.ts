/** The four programmes: when their plan was laid down here, and until when the example tells. */
export const PROGRAMMES = {
  ZVJ: { on: '2018-04-16', known: '2018-04-18', until: '2020-10-31' },
  NW4: { on: '2022-06-01', known: '2022-06-03', until: '2023-02-28' },
  ZOU: { on: '2022-01-03', known: '2022-01-10', until: '2023-03-31' },
  OZJ: { on: '2022-12-19', known: '2022-12-22', until: '2023-03-31' },
} as const

export type ProgrammeCode = keyof typeof PROGRAMMES

/** The reports of ZVJ: the days that each is about, and the day on which it was out. */
export const REPORTS = {
  '1': { from: '2018-04-16', until: '2018-10-31', out: '2018-11-14' },
  '2': { from: '2018-11-01', until: '2019-05-31', out: '2019-06-14' },
  '3': { from: '2019-06-01', until: '2019-10-31', out: '2019-11-14' },
  '4': { from: '2019-11-01', until: '2020-05-31', out: '2020-06-15' },
  '5': { from: '2020-06-01', until: '2020-10-31', out: '2020-11-13' },
} as const

export type ReportNumber = keyof typeof REPORTS
