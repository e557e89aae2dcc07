/** What is wrong with a form, by the id of the field. */
export type Wrong = Readonly<Record<string, string>>

/** Leads to the first field of a form with something wrong; false when there is none. */
export function focusWrong(wrong: Wrong): boolean {
  const [first] = Object.keys(wrong)
  if (first === undefined) return false
  document.getElementById(first)?.focus()
  return true
}
