// Radzen's styles and script. Pages that use its components ask for them; the ticking pages do without.
let loading;

const styles = () => new Promise((done, failed) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/css/radzen.css';
  link.onload = done;
  link.onerror = () => failed(new Error(`${link.href} could not be loaded`));
  document.head.append(link);
});

export const load = () => loading ??= Promise.all([styles(), import('/_content/Radzen.Blazor/Radzen.Blazor.min.js')]).then(() => {});
