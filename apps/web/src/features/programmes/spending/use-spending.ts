import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Programme } from '@tijdig/server/contract'
import { recordSpending } from '../../../api/programmes.ts'

/** Sends a table; gives the answer, and the budgets as they stood before it. */
export function useSpending({ programme, money }: Programme) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: string) => ({
      answer: await recordSpending(programme, file),
      before: money.budgets,
    }),
    // Also after a failure: a part of the rows may have been recorded. Not awaited: the answer is
    // there, and the page says itself what it cannot bring. The routes tell where the clocks start.
    onSettled: () => {
      for (const key of ['routes', 'programme', 'programme-moves', 'programmes', 'trajectory'])
        void client.invalidateQueries({ queryKey: [key] })
    },
  })
}
