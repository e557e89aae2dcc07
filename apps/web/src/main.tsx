import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api/client.ts'
import { isSignInNeeded } from './api/problem-in-words.ts'
import { sessionQuery } from './api/session.ts'
import { router } from './router.tsx'
import { leave, SIGNING_OUT } from './session/way-back.ts'
import '@tijdig/ui/styles.css'
import './app.css'

/** Who is not signed in (any more) is led to the sign-in page, whatever the page asked for. */
const onError = (error: unknown) => {
  if (!isSignInNeeded(error)) return
  const was = queryClient.getQueryData(sessionQuery.queryKey) !== undefined
  leave(was ? 'verlopen' : undefined)
}

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // What is asked while somebody signs out is refused because of that: it is no news to them.
      if (queryClient.isMutating({ mutationKey: SIGNING_OUT }) === 0) onError(error)
    },
  }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // Tijdig often runs on the machine itself, where "offline" says nothing about the server.
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 1 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
      retryDelay: 400,
    },
    mutations: { networkMode: 'always' },
  },
})

// A page that the browser kept to go back to, from before signing out: it must not be shown as it was.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload()
})

const place = document.getElementById('app')
if (!place) throw new Error('the page has no place for the application')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
