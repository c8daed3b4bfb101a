"""A Qwen3 decoder on flat token lists: no batch dimension, the caller's `attend` says who sees whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

# (layer, queries [N, heads, width], keys [N, kv_heads, width], values) -> [N, heads, width]
Attend = Callable[[int, Tensor, Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class ModelConfig:
    vocabulary: int = 4096
    width: int = 256
    layers: int = 6
    hidden: int = 768
    heads: int = 4
    kv_heads: int = 2
    head_width: int = 64
    theta: float = 10000.0
    context: int = 4096
    norm_epsilon: float = 1e-6

    def as_dict(self) -> dict[str, int | float]:
        return asdict(self)


class RowNorm(torch.autograd.Function):
    """RMSNorm with a backward pass written out: on a CPU the composed one costs several passes over memory more.

    The result has the precision of `gain`; `x` may be the residual stream in full precision.
    """

    @staticmethod
    def forward(ctx, x: Tensor, gain: Tensor, epsilon: float) -> Tensor:  # type: ignore[override]
        scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=torch.float32)
        scale = scale.square_().div_(x.shape[-1]).add_(epsilon).rsqrt_().to(x.dtype)
        normed = (x * scale).to(gain.dtype)
        ctx.save_for_backward(normed, gain, scale)
        return normed * gain

    @staticmethod
    def backward(ctx, gradient: Tensor):  # type: ignore[override]
        normed, gain, scale = ctx.saved_tensors
        product = gradient * normed
        gain_gradient = product.reshape(-1, product.shape[-1]).sum(0)
        inner = torch.matmul(product, gain.unsqueeze(-1)).div_(normed.shape[-1])
        x_gradient = (gradient * gain).addcmul_(normed, inner, value=-1)
        return x_gradient * scale, gain_gradient, None


class RmsNorm(nn.Module):
    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor, dtype: torch.dtype) -> Tensor:
        return RowNorm.apply(x, self.weight.to(dtype), self.epsilon)


class Linear(nn.Module):
    """A matrix without bias, used in the precision of its input."""

    def __init__(self, inputs: int, outputs: int, deviation: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) * deviation)

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight.to(x.dtype))


class Block(nn.Module):
    def __init__(self, config: ModelConfig, index: int) -> None:
        super().__init__()
        self.index, self.config = index, config
        width, query, kv = config.width, config.heads * config.head_width, config.kv_heads * config.head_width
        into, back = width**-0.5, (2 * config.layers * width) ** -0.5
        self.input_norm = RmsNorm(width, config.norm_epsilon)
        self.query = Linear(width, query, into)
        self.key = Linear(width, kv, into)
        self.value = Linear(width, kv, into)
        self.output = Linear(query, width, back)
        self.query_norm = RmsNorm(config.head_width, config.norm_epsilon)
        self.key_norm = RmsNorm(config.head_width, config.norm_epsilon)
        self.hidden_norm = RmsNorm(width, config.norm_epsilon)
        self.gate = Linear(width, config.hidden, into)
        self.up = Linear(width, config.hidden, into)
        self.down = Linear(config.hidden, width, back)

    def forward(self, x: Tensor, rotation: tuple[Tensor, Tensor], attend: Attend) -> Tensor:
        count, width, dtype = x.shape[0], self.config.head_width, rotation[0].dtype
        normed = self.input_norm(x, dtype)
        query = rotate(self.query_norm(self.query(normed).view(count, -1, width), dtype), rotation)
        key = rotate(self.key_norm(self.key(normed).view(count, -1, width), dtype), rotation)
        value = self.value(normed).view(count, -1, width)
        x = x + self.output(attend(self.index, query, key, value).reshape(count, -1))
        normed = self.hidden_norm(x, dtype)
        return x + self.down(F.silu(self.gate(normed)) * self.up(normed))


class Nano(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.embedding = nn.Parameter(torch.randn(config.vocabulary, config.width) * 0.02)
        self.blocks = nn.ModuleList(Block(config, index) for index in range(config.layers))
        self.norm = RmsNorm(config.width, config.norm_epsilon)

    def forward(
        self, tokens: Tensor, positions: Tensor, attend: Attend, wanted: Tensor | None = None, dtype=torch.float32
    ) -> Tensor:
        """Logits at the `wanted` places (all of them by default)."""
        x = F.embedding(tokens, self.embedding)
        rotation = self.rotation(positions, dtype)
        for block in self.blocks:
            x = block(x, rotation, attend)
        if wanted is not None:
            x = x[wanted]
        return F.linear(self.norm(x, dtype), self.embedding.to(dtype))

    def rotation(self, positions: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        half = self.config.head_width // 2
        exponents = torch.arange(half, device=positions.device, dtype=torch.float32) / half
        angles = positions.float().unsqueeze(-1) * (self.config.theta**-exponents)
        cosine, sine = angles.cos(), angles.sin()
        return (
            torch.cat((cosine, cosine), -1).unsqueeze(1).to(dtype),
            torch.cat((-sine, sine), -1).unsqueeze(1).to(dtype),
        )


def rotate(x: Tensor, rotation: tuple[Tensor, Tensor]) -> Tensor:
    """Rotary positions in the half-split form (NEOX)."""
    return Rotate.apply(x, *rotation)


class Rotate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:  # type: ignore[override]
        ctx.save_for_backward(cosine, sine)
        return (x * cosine).addcmul_(x.roll(x.shape[-1] // 2, -1), sine)

    @staticmethod
    def backward(ctx, gradient: Tensor):  # type: ignore[override]
        cosine, sine = ctx.saved_tensors
        return (gradient * cosine).addcmul_(gradient.roll(gradient.shape[-1] // 2, -1), sine, value=-1), None, None


def row_blocks(segments: Sequence[int]) -> list[tuple[slice, int]]:
    """A row of a schema and pairs as (places, schema tokens also seen): each segment sees itself and the schema."""
    blocks, start = [(slice(0, segments[0]), 0)], segments[0]
    for length in segments[1:]:
        blocks.append((slice(start, start + length), segments[0]))
        start += length
    return blocks


class RowAttention(torch.autograd.Function):
    """Attention within rows, segment by segment, so that nothing is computed for pairs that do not see each other.

    Heads are laid out as [kv_heads, group x tokens, width]: the queries of a group share their keys without a copy.
    """

    @staticmethod
    def forward(ctx, query: Tensor, key: Tensor, value: Tensor, rows: list[list[int]], masks: Tensor):  # type: ignore[override]
        count, heads, width = query.shape
        kv_heads = key.shape[1]
        group = heads // kv_heads
        queries = (query * width**-0.5).view(count, kv_heads, group, width).permute(1, 2, 0, 3)  # [kv, group, N, width]
        keys, values = key.transpose(0, 1).contiguous(), value.transpose(0, 1).contiguous()  # [kv, N, width]
        output = torch.empty_like(query).view(count, kv_heads, group, width)
        saved: list[Tensor] = []
        for part, seen_keys, seen_values in _visits(rows, keys, values):
            length, seen = part.stop - part.start, seen_keys.shape[1]
            q = queries[:, :, part].reshape(kv_heads, group * length, width)
            scores = torch.bmm(q, seen_keys.transpose(1, 2))
            scores.view(kv_heads, group, length, seen)[..., seen - length :].add_(masks[:length, :length])
            weights = torch.softmax(scores, -1)
            mixed = torch.bmm(weights, seen_values).view(kv_heads, group, length, width)
            output[part] = mixed.permute(2, 0, 1, 3)
            saved.append(weights)
        ctx.save_for_backward(queries, keys, values, output, *saved)
        ctx.rows = rows
        return output.view(count, heads, width)

    @staticmethod
    def backward(ctx, gradient: Tensor):  # type: ignore[override]
        queries, keys, values, output, *saved = ctx.saved_tensors
        kv_heads, group, count, width = queries.shape
        gradient = gradient.view(count, kv_heads, group, width)
        # sum over keys of weight x its gradient, taken from the output: cheaper than over the weights
        inner = (gradient.float() * output).sum(-1).permute(1, 2, 0).to(gradient.dtype)
        gradients = gradient.permute(1, 2, 0, 3)
        query_gradient = torch.empty_like(output)
        key_gradient, value_gradient = torch.zeros_like(keys), torch.zeros_like(values)
        index = 0
        for start, segments in _starts(ctx.rows):
            schema = slice(start, start + segments[0])
            for places, seen_schema in row_blocks(segments):
                part = slice(start + places.start, start + places.stop)
                length = part.stop - part.start
                weights = saved[index]
                index += 1
                q = queries[:, :, part].reshape(kv_heads, group * length, width)
                g = gradients[:, :, part].reshape(kv_heads, group * length, width)
                seen_keys, seen_values = _seen(keys, values, schema, part, seen_schema)
                d_values = torch.bmm(weights.transpose(1, 2), g)
                d_scores = torch.bmm(g, seen_values.transpose(1, 2))
                d_scores.sub_(inner[:, :, part].reshape(kv_heads, group * length, 1)).mul_(weights)
                d_query = torch.bmm(d_scores, seen_keys).view(kv_heads, group, length, width)
                query_gradient[part] = d_query.permute(2, 0, 1, 3)
                d_keys = torch.bmm(d_scores.transpose(1, 2), q)
                if seen_schema:
                    key_gradient[:, schema] += d_keys[:, :seen_schema]
                    value_gradient[:, schema] += d_values[:, :seen_schema]
                key_gradient[:, part] += d_keys[:, seen_schema:]
                value_gradient[:, part] += d_values[:, seen_schema:]
        return (
            query_gradient.view(count, -1, width).mul_(width**-0.5),
            key_gradient.transpose(0, 1),
            value_gradient.transpose(0, 1),
            None,
            None,
        )


def _starts(rows: list[list[int]]):
    start = 0
    for segments in rows:
        yield start, segments
        start += sum(segments)


def _seen(keys: Tensor, values: Tensor, schema: slice, part: slice, seen_schema: int) -> tuple[Tensor, Tensor]:
    if not seen_schema:
        return keys[:, part], values[:, part]
    return torch.cat((keys[:, schema], keys[:, part]), 1), torch.cat((values[:, schema], values[:, part]), 1)


def _visits(rows: list[list[int]], keys: Tensor, values: Tensor):
    for start, segments in _starts(rows):
        schema = slice(start, start + segments[0])
        for places, seen_schema in row_blocks(segments):
            part = slice(start + places.start, start + places.stop)
            yield part, *_seen(keys, values, schema, part, seen_schema)


def row_attention(rows: list[list[int]], device: torch.device, dtype: torch.dtype) -> Attend:
    """Attention for training: `rows` holds, for each row, the lengths of its schema and of its pairs."""
    if device.type == "cuda":
        return _padded_attention(rows, device)
    longest = max(max(segments) for segments in rows)
    masks = torch.full((longest, longest), float("-inf"), dtype=dtype, device=device).triu_(1)

    def attend(_layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return RowAttention.apply(query, key, value, rows, masks)

    return attend


def _padded_attention(rows: list[list[int]], device: torch.device) -> Attend:
    """The same for an accelerator: rows padded to one length, one call of the library's attention with a mask."""
    lengths = [sum(segments) for segments in rows]
    longest = -(-max(lengths) // 8) * 8
    segment_of = torch.full((len(rows), longest), -1)
    places = []
    for row, segments in enumerate(rows):
        segment_of[row, : lengths[row]] = torch.repeat_interleave(torch.arange(len(segments)), torch.tensor(segments))
        places.append(torch.arange(lengths[row]) + row * longest)
    segment_of = segment_of.to(device)
    place = torch.cat(places).to(device)
    own = segment_of.unsqueeze(2) == segment_of.unsqueeze(1)
    order = torch.arange(longest, device=device)
    mask = (own | (segment_of == 0).unsqueeze(1)) & (order.unsqueeze(1) >= order.unsqueeze(0))
    mask = mask.unsqueeze(1)

    def attend(_layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        group = query.shape[1] // key.shape[1]

        def padded(x: Tensor) -> Tensor:
            flat = x.new_zeros(len(rows) * longest, *x.shape[1:]).index_copy(0, place, x)
            return flat.view(len(rows), longest, *x.shape[1:]).transpose(1, 2)

        key, value = (padded(x).repeat_interleave(group, 1) for x in (key, value))
        mixed = F.scaled_dot_product_attention(padded(query), key, value, attn_mask=mask)
        return mixed.transpose(1, 2).reshape(len(rows) * longest, -1, query.shape[-1])[place]

    return attend
