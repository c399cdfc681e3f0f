// Elements are made here and text is only ever set as text: nothing that comes over the wire is read as markup.

/** element('p', {class: 'quiet', hidden: true, onclick: f}, child…); children are nodes or strings, empty ones are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (typeof value === 'function') {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  });
  children.filter((child) => child || child === 0).forEach((child) => made.append(child));
  return made;
}

export function replaceChildren(parent, ...children) {
  parent.textContent = '';
  children.filter(Boolean).forEach((child) => parent.append(child));
}

/** Sets the text only when it changes, so that a screen reader is not told the same twice. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** The texts that the page brought along (a <dl>): text('saved'), text('unsent', 2). */
export function readTexts(list) {
  const texts = {};
  list.querySelectorAll('dt').forEach((key) => {
    texts[key.textContent] = key.nextElementSibling.textContent;
  });
  return (key, ...values) => fill(texts[key], ...values);
}

export function fill(pattern, ...values) {
  return values.reduce((text, value, i) => text.split('{' + i + '}').join(value), pattern);
}
