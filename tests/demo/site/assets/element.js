/** Makes an element: properties that start with `on` are listeners, null and false children are left out. */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(name === 'className' ? 'class' : name, value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== false));
  return node;
}

/** A thumbnail of a picture on the image server, `width` pixels wide. */
export function thumbnail(url, width, className, alt = '') {
  return element('img', { className, alt, src: `${url}?imageMogr2/thumbnail/${width}x` });
}

/** Fen to `79.00`. */
export function yuan(fen) {
  return (fen / 100).toFixed(2);
}
