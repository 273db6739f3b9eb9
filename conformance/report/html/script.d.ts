// The page's script: it runs in a browser, so its text is what is taken.

/** Complete in itself: nothing outside of it is named. */
export function page(): void
