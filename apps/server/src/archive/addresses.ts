import { reportSlug } from '../house/audience.ts'

/** Where everything stands, for ever. */
export const ARCHIVE = '/archief'
export const FEED = `${ARCHIVE}/feed.xml`

export function editionAt(address: string): string {
  return `${ARCHIVE}/${address}`
}

export function figureAt(address: string, id: string): string {
  return `${editionAt(address)}/cijfers/${id.replace(/^cijfer-/, '')}`
}

export function reportAt(template: string): string {
  return `${ARCHIVE}/${reportSlug(template)}`
}

export function changesAt(from: string, to: string): string {
  const [report, day] = from.split('/')
  return `${ARCHIVE}/${report}/wijzigingen?van=${day}&naar=${to.split('/')[1]}`
}
