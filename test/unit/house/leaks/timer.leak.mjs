it('passes, but leaves an interval', () => {
  const timer = setInterval(() => undefined, 1000);
  setTimeout(() => clearInterval(timer), 5_000).unref();
});
