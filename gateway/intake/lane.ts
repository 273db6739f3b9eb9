// Lanes: what concerns the same thing goes through this process one after another, so that it seldom conflicts with itself.

const tails = new Map<string, Promise<unknown>>()

/** Runs `work` when all earlier work of the lane is done, whether that succeeded or not. No lane: at once. */
export function inLane<T>(lane: string | undefined, work: () => Promise<T>): Promise<T> {
  if (lane === undefined) return work()
  const result = (tails.get(lane) ?? Promise.resolve()).then(work, work)
  tails.set(lane, result)
  const leave = () => {
    if (tails.get(lane) === result) tails.delete(lane)
  }
  result.then(leave, leave)
  return result
}
