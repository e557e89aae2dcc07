import '@nl-design-system-candidate/button-css/button.css'

/** The button of NL Design System, with the styles that belong to it. */
export { Button } from '@nl-design-system-candidate/button-react'
