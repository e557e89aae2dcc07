import { mayInHouse } from '@tijdig/core'
import type { Session } from '@tijdig/server/contract'

/** The pages of the application, as the main menu knows them. */
export const PAGES = {
  work: { path: '/werk', label: 'Mijn werk' },
  overview: { path: '/overzicht', label: 'Overzicht' },
  trajectories: { path: '/trajecten', label: 'Trajecten' },
  programmes: { path: '/programmas', label: "Programma's" },
  figures: { path: '/cijfers', label: 'Cijfers' },
  norms: { path: '/normen', label: 'Normen' },
  deliveries: { path: '/leveringen', label: 'Leveringen' },
  reports: { path: '/rapporten', label: 'Rapporten' },
  notices: { path: '/meldingen', label: 'Meldingen' },
  audit: { path: '/controle', label: 'Controle' },
  administration: { path: '/beheer', label: 'Beheer' },
} as const
export type PageName = keyof typeof PAGES

/** Whether a page is for who is signed in. The server decides all the same what it shows. */
export function mayOpen({ may }: Pick<Session, 'may'>, page: PageName): boolean {
  const routes = Object.values(may.routes)
  switch (page) {
    case 'overview':
    case 'figures':
    case 'norms':
      return routes.some((route) => route.ownFigures || route.allFigures)
    case 'work':
      return routes.some((route) => route.see && route.record)
    case 'trajectories':
      return routes.some((route) => route.see)
    case 'deliveries':
      return may.deliveries !== 'none'
    case 'programmes':
      return may.routes.programme?.see === true
    case 'reports':
      return true
    case 'notices':
      return may.readNotices
    case 'audit':
      return may.readAudit
    case 'administration':
      return may.administer
  }
}

/** The pages for who is signed in, as they stand in the main menu. */
export function pagesOf(session: Pick<Session, 'may'>): PageName[] {
  return (Object.keys(PAGES) as PageName[]).filter((page) => mayOpen(session, page))
}

/**
 * Where somebody begins: the first page that is theirs, and reports last, as all may read those. Who
 * gets deliveries of others has no figures of their own to begin with.
 */
export function homeOf(session: Pick<Session, 'may'>): (typeof PAGES)[PageName]['path'] {
  if (session.may.deliveries === 'received') return PAGES.deliveries.path
  const first = pagesOf(session).find((page) => page !== 'reports') ?? 'reports'
  return PAGES[first].path
}

/** The page that stands at an address; undefined for one that everybody may open. */
export function pageAt(path: string): PageName | undefined {
  const [, first = ''] = path.split('/')
  if (first === 'noodtoegang' || first === 'bellen') return 'trajectories'
  return (Object.keys(PAGES) as PageName[]).find((page) => PAGES[page].path === `/${first}`)
}

/** Whether figures of a route may be asked at all. */
export function mayAskFigures({ may }: Pick<Session, 'may'>, route: string): boolean {
  const allowed = may.routes[route]
  return allowed !== undefined && (allowed.ownFigures || allowed.allFigures)
}

/** Whether somebody works on texts of reports of a route. */
export function mayWriteReports(
  { may, appointment: { role } }: Pick<Session, 'may' | 'appointment'>,
  route: string,
): boolean {
  return may.routes[route]?.allFigures === true && mayInHouse(role, 'write-reports')
}
