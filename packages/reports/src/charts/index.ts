export { chart } from './chart.ts'
export type {
  Chart,
  ChartDatum,
  ChartKind,
  ChartOptions,
  ChartSpec,
  ChartTable,
} from './chart-spec.ts'
