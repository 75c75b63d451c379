// Functions that run in the page that is saved; each stands alone, since only its own text goes there.

/** Takes out what runs, and everything that is not the page's own content. */
export function stripPage() {
  const roots = [document];
  for (let root = roots[0], at = 0; root; root = roots[++at]) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    for (const gone of root.querySelectorAll('link,meta:not([charset]),noscript,object,embed,base,[data-refund-lens]'))
      gone.remove();
    for (const frame of root.querySelectorAll('iframe,frame')) frame.removeAttribute('src');
    for (const element of root.querySelectorAll('*')) {
      for (const { name } of [...element.attributes]) {
        if (/^on|^(?:nonce|integrity|ping|srcdoc)$/i.test(name)) element.removeAttribute(name);
      }
      if (element.matches('input[type="hidden"],input[type="password"]')) element.removeAttribute('value');
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.remove();
  }
}

/**
 * Every text and attribute value of the page, or the page with others in their place.
 * @param {{ texts: string[], attributes: string[] } | null} replaced null collects
 */
export function textsOfPage(replaced) {
  const texts = [];
  const attributes = [];
  const names = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const inScript = /^(?:SCRIPT|STYLE)$/.test(node.parentElement?.tagName ?? '');
      if (inScript || node.nodeValue.trim() === '') return;
      if (replaced) node.nodeValue = replaced.texts[texts.length];
      texts.push(node.nodeValue);
      return;
    }
    for (const attribute of node.attributes ?? []) {
      if (
        /^(?:class|style|width|height|type|role|charset|lang)$/.test(attribute.name) &&
        !attribute.value.includes('url(') &&
        // Class names hold ids and names at times.
        !/\d{6,}|[^ -~\s]/.test(attribute.value)
      )
        continue;
      if (replaced) attribute.value = replaced.attributes[attributes.length];
      attributes.push(attribute.value);
      names.push(attribute.name);
    }
    if (node.shadowRoot) for (const child of [...node.shadowRoot.childNodes]) visit(child);
    for (const child of [...(node instanceof HTMLTemplateElement ? node.content : node).childNodes]) visit(child);
  };
  visit(document.documentElement);
  return { texts, attributes, names };
}

/** The texts of the page's scripts that have no address, in order. */
export function scriptsOfPage() {
  return [...document.querySelectorAll('script')].map((script) => ({
    type: script.getAttribute('type') ?? '',
    text: script.hasAttribute('src') ? '' : (script.textContent ?? ''),
  }));
}

/** Puts data scripts in the place of all scripts. */
export function replaceScripts(texts) {
  for (const script of document.querySelectorAll('script')) script.remove();
  for (const text of texts) {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = text;
    document.body.append(script);
  }
}

/** The page as HTML, open shadow roots as declarative ones. */
export function htmlOfPage() {
  const shadowRoots = [];
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      shadowRoots.push(element.shadowRoot);
      find(element.shadowRoot);
    }
  };
  find(document);
  if (!document.querySelector('meta[charset]')) {
    const charset = document.createElement('meta');
    charset.setAttribute('charset', 'utf-8');
    document.head.prepend(charset);
  }
  const { lang } = document.documentElement;
  const inner = document.documentElement.getHTML({ shadowRoots });
  return `<!DOCTYPE html>\n<html${lang ? ` lang="${lang}"` : ''}>${inner}</html>\n`;
}
