import '@nl-design-system-candidate/heading-css/heading.css'
import '@nl-design-system-candidate/paragraph-css/paragraph.css'
import '@nl-design-system-candidate/link-css/link.css'

/** Headings, paragraphs and links of NL Design System, with the styles that belong to them. */
export { Heading } from '@nl-design-system-candidate/heading-react'
export { Paragraph } from '@nl-design-system-candidate/paragraph-react'
