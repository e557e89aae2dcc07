export type {
  BarsSpec,
  ChangePart,
  ChartRow,
  ChartSpec,
  ChartTable,
  ChartTarget,
  ChartValue,
  LineSpec,
  MapSpec,
  StackedSpec,
  WaterfallSpec,
} from './chart-spec.ts'
export { chartTable } from './chart-table.ts'
export { describeChart } from './describe-chart.ts'
export { type Canvas, type DrawnChart, drawChart } from './draw-chart.ts'
export { accent } from './drawing/palette.ts'
export { writeSvg } from './drawing/svg.ts'
export { escapeXml, withoutControls } from './drawing/xml-text.ts'
export * from './notation/number.ts'
export * from './notation/period.ts'
