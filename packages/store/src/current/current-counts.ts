import type { ClientBase } from 'pg'
import { AudienceTotals } from './audience-totals.ts'
import { LineCounts } from './line-counts.ts'
import { SearchCounts } from './search-counts.ts'
import { WorkCounts } from './work-counts.ts'

/** How many lines and ids there are of each kind, as changed by what was added since. */
export class CurrentCounts {
  readonly lines = new LineCounts()
  readonly search = new SearchCounts()
  readonly totals = new AudienceTotals()
  readonly work = new WorkCounts()

  async write(client: ClientBase): Promise<void> {
    await this.lines.write(client)
    await this.search.write(client)
    await this.totals.write(client)
    await this.work.write(client)
    this.forget()
  }

  forget(): void {
    this.lines.forget()
    this.search.forget()
    this.totals.forget()
    this.work.forget()
  }
}
