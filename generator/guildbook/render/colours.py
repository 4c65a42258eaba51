"""The owner's one colour, made legible on light and on dark paper."""

from colorsys import hls_to_rgb, rgb_to_hls

from guildbook.render.tokens import paper

ENOUGH = 4.5
"""Contrast that text needs against its background (WCAG 2.2, success criterion 1.4.3, checked 2026-11-22)."""


def accent_css(accent: str) -> str:
    """The stylesheet that sets the accent for both schemes, each at least 4.5 : 1 against its paper."""
    light, dark = legible(accent, paper(is_dark=False)), legible(accent, paper(is_dark=True))
    on_light, on_dark = text_on(light), text_on(dark)
    return (
        f":root,[data-md-color-scheme=default]{{--gb-accent:{light};--gb-on-accent:{on_light}}}\n"
        f"[data-md-color-scheme=slate]{{--gb-accent:{dark};--gb-on-accent:{on_dark}}}\n"
    )


def legible(colour: str, background: str) -> str:
    """The colour of the same hue that is nearest in lightness and has enough contrast against a background."""
    hue, lightness, saturation = rgb_to_hls(*(c / 255 for c in _rgb(colour)))
    towards = -1 if _luminance(background) > 0.5 else 1
    steps = (min(1.0, max(0.0, lightness + towards * step / 100)) for step in range(101))
    shades = (_hex(hls_to_rgb(hue, shade, saturation)) for shade in steps)
    return next(shade for shade in shades if contrast(shade, background) >= ENOUGH)


def text_on(colour: str) -> str:
    """Black or white, whichever is easier to read on a colour."""
    return max("#ffffff", "#000000", key=lambda text: contrast(text, colour))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
