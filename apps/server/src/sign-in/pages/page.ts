/** The address of what all pages of the sign-in need; they work without the web application. */
export const STYLE = '/inloggen/stijl.css'

/** A whole page that needs no script, in the looks of the web application. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE}">
<title>${escapeText(title)} – Tijdig</title>
</head>
<body>
<header><div><a href="/aanmelden">Tijdig</a></div></header>
<main>
${main}
</main>
</body>
</html>
`
}

/** Text for a page, also inside the quotes of an attribute. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
