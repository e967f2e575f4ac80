// The chart library asks for the browser's language as it loads. It stops if that is none, such as
// `en-US@posix` on a system without a locale. We give it the page's own language instead.

Object.defineProperty(navigator, 'language', {
  configurable: true,
  value: document.documentElement.lang || 'en',
});
