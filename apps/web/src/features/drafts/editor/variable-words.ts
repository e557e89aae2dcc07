/** What each name of a template stands for, as it is shown in the editor. */
export const VARIABLE_WORDS: Readonly<Record<string, string>> = {
  title: 'titel van het rapport',
  period: 'periode van het rapport',
  cutOff: 'peildag',
  cutOffMonth: 'maand van de peildag',
  knownAt: 'bekend op',
  author: 'wie publiceert',
  earlierCutOff: 'eerdere peildag',
  earlierKnownAt: 'eerder bekend op',
}

export function branchWords(test: unknown): string {
  if (test === '$explained') return 'Alleen als dit rapport met een eerder rapport vergelijkt:'
  if (test === null || test === 'not($explained)')
    return 'Alleen als dit rapport nergens mee vergelijkt:'
  return `Alleen als ${String(test)}:`
}
