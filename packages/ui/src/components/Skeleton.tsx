import './Skeleton.css'

type Shape = 'line' | 'figure' | 'chart' | 'row' | 'block'

/** Grey places that keep the room of what is on its way, so that nothing jumps. */
export function Skeleton({
  shape = 'line',
  count = 1,
}: {
  readonly shape?: Shape
  readonly count?: number
}) {
  const places = Array.from({ length: count }, (_, place) => `place-${place}`)
  return (
    <>
      {places.map((place) => (
        <span
          key={place}
          className={`tijdig-skeleton tijdig-skeleton--${shape}`}
          aria-hidden="true"
        />
      ))}
    </>
  )
}

/** Says once, aloud, that something is on its way. */
export function Loading({ children }: { readonly children: string }) {
  return (
    <span className="tijdig-visually-hidden" role="status">
      {children}
    </span>
  )
}
