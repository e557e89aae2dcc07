import { useEffect } from 'react'

/**
 * Sets the paper while a component is on the screen: `A3 landscape`. A rule in a style sheet would
 * hold for every page that is printed after it was loaded, and a named page leaves what stands above
 * the component on a sheet of its own. The content policy lets a page make style sheets so.
 */
export function usePaper(size: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { margin: 10mm; size: ${size}; }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [size])
}
