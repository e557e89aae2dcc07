export type {
  ChangePart,
  ChartSpec,
  ChartTarget,
  ChartValue,
  NumberKind,
  WaterfallSpec,
} from '@tijdig/charts'
export {
  formatChange,
  formatCount,
  formatDifference,
  formatEuros,
  formatFigure,
  formatPointChange,
  formatShare,
  isPeriod,
  monthInBrief,
  monthInWords,
  periodInWords,
  quarterInWords,
} from '@tijdig/charts'
export { Alert } from './components/Alert.tsx'
export { Button } from './components/button.ts'
export { ChartFigure } from './components/ChartFigure.tsx'
export { ChoiceGroup } from './components/ChoiceGroup.tsx'
export { type Column, DataTable } from './components/DataTable.tsx'
export { Dialog } from './components/Dialog.tsx'
export { Disclosure } from './components/Disclosure.tsx'
export type { DayClock } from './components/day-clock.ts'
export { EmptyState } from './components/EmptyState.tsx'
export { Field, SelectField } from './components/Field.tsx'
export { FigureCard } from './components/FigureCard.tsx'
export { Icon, type IconName } from './components/Icon.tsx'
export { NavBar } from './components/NavBar.tsx'
export { BrandMark, MAIN_ID, PageLayout } from './components/PageLayout.tsx'
export { type LinkProps, Pagination } from './components/Pagination.tsx'
export { SimpleTable } from './components/SimpleTable.tsx'
export { Loading, Skeleton } from './components/Skeleton.tsx'
export { StatusBadge, type Tone } from './components/StatusBadge.tsx'
export { TabLinks } from './components/TabLinks.tsx'
export { TextField } from './components/TextField.tsx'
export { Timeline, type TimelineItem } from './components/Timeline.tsx'
export { TwoClocks } from './components/TwoClocks.tsx'
export { type LaneEntry, TwoLanes } from './components/TwoLanes.tsx'
export { Heading, Paragraph } from './components/typography.ts'
export * from './format/day.ts'
export { capital } from './format/text.ts'
