// Requests that come at about the same time are worked on side by side, a step of all of them and then the next step.

/** Resolves in the next turn of the event loop, together with others that came in this one. */
export type Gate = () => Promise<void>

/**
 * What a request needs is so much code that the processor has forgotten its beginning when it is at its end. Those that go through it
 * step by step meet code that the one before has just run, and take half the time each; waiting for company costs one that is alone
 * a few microseconds. `mostTogether` go at once; between one such group and the next the event loop goes round, so that others have
 * their turn.
 */
export function sideBySide(mostTogether: number): Gate {
  let waiting: (() => void)[] = []
  const releaseSome = (): void => {
    const released = waiting.slice(0, mostTogether)
    waiting = waiting.slice(mostTogether)
    if (waiting.length > 0) setImmediate(releaseSome)
    for (const release of released) release()
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.length === 0) setImmediate(releaseSome)
      waiting.push(resolve)
    })
}
