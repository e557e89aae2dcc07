/** How many sentences of a report somebody must still write. */
export function sentencesToWrite(count: number): string {
  return count === 1
    ? 'In dit rapport is nog één zin te schrijven'
    : `In dit rapport zijn nog ${count} zinnen te schrijven`
}
