import { useSyncExternalStore } from 'react'
import './Offline.css'

/** Says so at the top of the page while there is no connection. */
export function Offline() {
  const online = useSyncExternalStore(follow, () => navigator.onLine)
  return (
    <div role="status" className="tijdig-offline-place">
      {online ? null : (
        <p className="tijdig-offline">
          U hebt geen verbinding. Wat u ziet kan verouderd zijn; zodra er weer verbinding is, werkt
          alles weer.
        </p>
      )}
    </div>
  )
}

function follow(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
