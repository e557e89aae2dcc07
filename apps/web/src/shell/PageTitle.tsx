import { useRouterState } from '@tanstack/react-router'
import { Heading, Paragraph } from '@tijdig/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import './PageTitle.css'

interface Props {
  readonly title: string
  /** In the tab of the browser; the title itself unless told. */
  readonly tab?: string
  readonly lead?: ReactNode
}

/** The first page is not announced: the browser does that itself. */
let shown: string | undefined

/** No page stands there: from it everybody is led on to where they begin. */
const BEGIN = '/'

/** The heading of a page. After going to another page it takes the focus, so that reading starts there. */
export function PageTitle({ title, tab = title, lead }: Props) {
  // The page on the screen, not the one that is on its way: that has no heading yet.
  const path = useRouterState({
    select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname,
  })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab} | Tijdig`
  }, [tab])
  useEffect(() => {
    if (path === BEGIN) return
    if (shown !== undefined && shown !== path) heading.current?.focus({ preventScroll: true })
    shown = path
  }, [path])
  return (
    <div className="tijdig-page-title">
      <Heading level={1} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {lead === undefined ? null : <Paragraph purpose="lead">{lead}</Paragraph>}
    </div>
  )
}
