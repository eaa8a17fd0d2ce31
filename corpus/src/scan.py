"""Turns a set PDF into the scan of its print: grey pictures, a little askew and noisy, and no text layer."""

import io
from pathlib import Path

import numpy
import pikepdf
import pymupdf
from PIL import Image

DPI = 200
QUALITY = 30
"""JPEG quality; office scanners of the time were set no higher."""
SLANTS = (0.35, -0.5, 0.15, -0.25, 0.6, -0.1)
"""Degrees by which pages lie askew, in turn."""


def rasterise(pdf: Path) -> None:
    """Replaces the PDF by pictures of its pages, the same at every build."""
    noise = numpy.random.default_rng(1993)
    scans = pikepdf.new()
    with pymupdf.open(pdf) as print_:
        for number, page in enumerate(print_):
            pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
            image = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
            image = image.rotate(SLANTS[number % len(SLANTS)], resample=Image.Resampling.BICUBIC, fillcolor=255)
            grey = numpy.asarray(image, dtype=numpy.float32) * 0.86 + 26
            grey += noise.normal(0, 2.5, grey.shape)
            _append(scans, Image.fromarray(grey.clip(0, 255).astype(numpy.uint8)), page.rect.width, page.rect.height)
    scans.save(pdf)


def _append(scans: pikepdf.Pdf, image: Image.Image, width: float, height: float) -> None:
    """Adds a page of the given size in points that shows nothing but the picture."""
    data = io.BytesIO()
    image.save(data, "JPEG", quality=QUALITY, optimize=True)
    picture = pikepdf.Stream(
        scans,
        data.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    scans.add_blank_page(page_size=(width, height))
    page = scans.pages[-1]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
    page.Contents = scans.make_stream(f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode())
