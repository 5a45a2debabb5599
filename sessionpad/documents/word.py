"""Filling a Word template. The only module that loads the Word libraries, so import it late."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, MutableMapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from sessionpad.domain.value import Value
from sessionpad.errors import TemplateBroken

PARTS: Final = 128
"""Parts of templates that stay compiled: the body, headers and footers of all documents in two languages."""
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_NAME_IN_MESSAGE: Final = re.compile(r"'(\w+)'")


class Properties(Value, frozen=True, kw_only=True):
    """All that the file says about itself; nobody's name is in it."""

    title: str
    locale: str
    made_on: date
    size: float = 1
    """How many times larger every text is."""


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no type information
    def fix_tables(self, xml: str) -> Any:
        """Refuse a body that is no XML: docxtpl would repair it by dropping text."""
        parse_xml(xml)
        return super().fix_tables(xml)

    def patch_xml(self, src_xml: str) -> str:
        """The same for the same part of a template, so that it is worked out once."""
        return _patched(src_xml)


@lru_cache(PARTS)
def _patched(xml: str) -> str:
    patched: str = DocxTemplate.patch_xml(None, xml)  # it looks at nothing but the text
    return patched


def fill(path: Path, context: Mapping[str, Any], properties: Properties) -> bytes:
    """The template at `path` with this context in it.

    Raises:
        TemplateBroken: it is no Word file, its tags cannot be read, or it asks for what is not in the context.
    """
    template = _rendered(path, context)
    _describe(template, properties)
    if properties.size != 1:
        _enlarge(template, properties.size)
    raw = BytesIO()
    template.save(raw)
    return _repack(raw.getvalue())


def try_out(path: Path, context: Mapping[str, Any]) -> None:
    """Fill in the template, and throw the outcome away.

    Raises:
        TemplateBroken: as for `fill`.
    """
    _rendered(path, context)


def _rendered(path: Path, context: Mapping[str, Any]) -> _Template:
    template = opened(path)
    try:
        template.render(dict(context), environment())
    except Exception as error:
        raise _broken(path, error) from error
    return template


class _Environment(ImmutableSandboxedEnvironment):
    """Compiles each part of a template once: that is four fifths of the time a document takes."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_as_typed)
        self._once = lru_cache(PARTS)(super().from_string)

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  Jinja's own name
        template_class: type[Template] | None = None,
    ) -> Template:
        if globals or template_class or not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        return self._once(source)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Jinja that runs nothing of a template's own, escapes every value, and refuses a name it does not know."""
    return _Environment()


def _as_typed(value: object) -> object:
    """A text as XML that shows it as typed.

    After filling in, docxtpl turns `{_{`, `{_%` and their ends into tag marks: an underscore at a brace is spelled out.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    safe = str(escape(value))
    return Markup(safe.replace("{_", "{&#95;").replace("_}", "&#95;}"))  # noqa: S704 - it was escaped above


def opened(path: Path) -> _Template:
    """Raises: TemplateBroken when it is no Word document."""
    try:
        template = _Template(BytesIO(path.read_bytes()))
        template.get_docx()
    except Exception as error:
        raise TemplateBroken("not-word", file=path.name, detail=type(error).__name__) from error
    return template


def _broken(path: Path, error: Exception) -> TemplateBroken:
    """Jinja's own message may quote client text: only what the template itself says goes into the error."""
    if isinstance(error, (UndefinedError, SecurityError)):
        names = _NAME_IN_MESSAGE.findall(error.message or "")
        known = names[0] if names and names[0] in _words_of(path) else ""
        return TemplateBroken("unknown-field", file=path.name, detail=known)
    detail = error.message or "" if isinstance(error, TemplateSyntaxError) else type(error).__name__
    return TemplateBroken("syntax", file=path.name, detail=detail)


def _words_of(path: Path) -> frozenset[str]:
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith(".xml")]
    return frozenset(word for part in parts for word in re.findall(r"\w+", part))


def _describe(template: _Template, properties: Properties) -> None:
    """Core properties with a title, a language and a day, whatever the template carried. Source: TGH-46."""
    docx = template.docx  # get_docx() would load the template again
    core = docx.core_properties
    element = docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for child in list(element):
        element.remove(child)
    noon = datetime.combine(properties.made_on, time(12), UTC)
    core.title = properties.title
    core.language = properties.locale
    core.created = noon
    core.modified = noon


def _enlarge(template: _Template, size: float) -> None:
    """Every size of a letter that a style or a text names, so much larger."""
    parts = (template.docx.styles.element, template.docx.element)
    for part in parts:
        for measure in part.iter(qn("w:sz"), qn("w:szCs")):
            measure.set(qn("w:val"), str(round(int(measure.get(qn("w:val"))) * size)))


def _repack(raw: bytes) -> bytes:
    """The same parts without the moment they were written, so that the same input gives the same file."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_DATE), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
