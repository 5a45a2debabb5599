"""Help and usage errors in the language of the coach.

Click says them in English and passes everything it prints through a formatter; ours looks each text up on the way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

import click

from sessionpad.cli.context import Context
from sessionpad.i18n.texts import N_, Texts

CLICKS_OWN: Final = (
    *(N_("Options"), N_("Commands"), N_("OPTIONS"), N_("COMMAND"), N_("ARGS"), N_("TEXT")),
    *(N_("Show this message and exit."), N_("Show the version and exit.")),
    *(N_("WORDS"), N_("LINE"), N_("TASK"), N_("FILES"), N_("NAME"), N_("VALUE")),
)
"""What click puts in a help text of itself, the names of arguments among it."""


def texts_of(ctx: click.Context) -> Texts:
    return (ctx.find_object(Context) or Context()).texts


class SpeakingFormatter(click.HelpFormatter):
    """Looks up every text just before it is laid out."""

    def __init__(self, texts: Texts, *, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._texts = texts

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002  ours replaces it
        super().write_usage(prog, self._placeholders(args), self._texts.say(N_("Usage:")) + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._texts.say(heading))

    def write_text(self, text: str) -> None:
        super().write_text(self._texts.say(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        spoken = [(self._placeholders(first), self._texts.say(second)) for first, second in rows]
        super().write_dl(spoken, col_max, col_spacing)

    def _placeholders(self, words: str) -> str:
        return " ".join(placeholder(word, self._texts) for word in words.split(" "))


def placeholder(word: str, texts: Texts) -> str:
    """A word in capitals, such as CLIENT or [TEXT]...; names of commands and options stay what they are."""
    name = word.strip("[].")
    return word.replace(name, texts.say(name)) if name.isupper() else word


class SpeakingContext(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        return SpeakingFormatter(texts_of(self), width=self.terminal_width, max_width=self.max_content_width)


class Speaking(click.Command):
    """Base of our commands and of the group that holds them."""

    context_class = SpeakingContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            # Click leaves it out now and then, and then nobody knows which command it is about.
            error.ctx = error.ctx or ctx
            raise


class SpeakingCommand(Speaking):
    allow_extra_args = True
    """Because click would refuse them in English."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(texts_of(ctx).say(N_("This is too much: {words}"), words=" ".join(rest)))
        return rest


class Acts(Speaking, click.Group):
    """A command with commands under it.

    Args:
        summaries: one line for each of them.
    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._summaries = summaries

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            ctx.fail(texts_of(ctx).say(N_("There is no command {command}."), command=args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))


command: Final = partial(click.command, cls=SpeakingCommand)


def usage_sentence(error: click.UsageError, texts: Texts) -> str:
    """What is wrong with the command line."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            said = [texts.say(N_("There is no option {option}."), option=name)]
            said += [texts.say(N_("Did you mean {option}?"), option=each) for each in (near or [])[:1]]
            return " ".join(said)
        case click.BadParameter(param=click.Parameter() as wrong):
            return _wrong_value(error, wrong, texts)
        case click.BadOptionUsage(option_name=name):
            return texts.say(_taking(name, error.ctx), option=name)
    return error.format_message()


def _wrong_value(error: click.BadParameter, wrong: click.Parameter, texts: Texts) -> str:
    name = _name_of(wrong, error.ctx, texts)
    if isinstance(error, click.MissingParameter):
        return texts.say(N_("{name} is missing."), name=name)
    match wrong.type:
        case click.Choice(choices=choices):
            return texts.say(N_("{name} is one of: {choices}."), name=name, choices=", ".join(map(str, choices)))
        case click.DateTime():
            return texts.say(N_("{name} is a day such as 2026-11-27."), name=name)
        case click.File():
            return texts.say(N_("{name} cannot be read."), name=name)
    return error.format_message()


def _name_of(parameter: click.Parameter, ctx: click.Context | None, texts: Texts) -> str:
    if isinstance(parameter, click.Argument) and ctx is not None:
        return placeholder(parameter.make_metavar(ctx).strip("[]."), texts)
    return max(parameter.opts, key=len)


def _taking(option: str, ctx: click.Context | None) -> str:
    known = ctx.command.params if ctx is not None else []
    is_flag = any(isinstance(each, click.Option) and each.is_flag for each in known if option in each.opts)
    return N_("{option} takes no value.") if is_flag else N_("{option} needs a value.")
