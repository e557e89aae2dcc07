/** Spreadsheets of months are small; the server takes no more than this, in bytes. */
const LARGEST = 45_000

/** What is wrong with a file before it is sent; undefined: nothing. */
export function fileWrong(file: Pick<File, 'size'> | undefined): string | undefined {
  if (file === undefined) return 'Kies eerst een bestand.'
  if (file.size === 0) return 'Dit bestand is leeg. Kies een ander.'
  if (file.size > LARGEST)
    return 'Dit bestand is groter dan 45 kB. Haal weg wat niet nodig is, of deel het in tweeën.'
  return undefined
}

/** The bytes of a file as the API takes them; undefined where it was changed since it was chosen. */
export function fileInBase64(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => resolve(undefined)
    reader.readAsDataURL(file)
  })
}
