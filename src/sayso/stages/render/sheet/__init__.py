"""The brief laid out in words, before any form: what is said, in which order, and what each word rests on."""

from sayso.stages.render.sheet.layout import Sheet, lay_out
from sayso.stages.render.sheet.register import Register

__all__ = ["Register", "Sheet", "lay_out"]
