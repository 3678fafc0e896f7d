// Before the app has loaded: paints the page in the scheme that was chosen, so that a dark screen does not flash white.
// A file of its own, because a strict Content Security Policy forbids inline scripts. Mantine owns the key.
(() => {
  const chosen = localStorage.getItem('mantine-color-scheme-value');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.style.colorScheme = chosen;
})();
