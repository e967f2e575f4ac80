// The plot's library asks for the browser's language as it loads, and stops where that is none (`en-US@posix`, of a system without a
// locale). The page is written in its own language anyway: it is told that one.

Object.defineProperty(navigator, 'language', {
  configurable: true,
  value: document.documentElement.lang || 'en',
});
