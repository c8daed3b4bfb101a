"""Writes a trained model as Hugging Face Qwen3 files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file

from model import Nano
from tokenizer import Tokenizer

_NAMES = {
    "input_norm": "input_layernorm",
    "query": "self_attn.q_proj",
    "key": "self_attn.k_proj",
    "value": "self_attn.v_proj",
    "output": "self_attn.o_proj",
    "query_norm": "self_attn.q_norm",
    "key_norm": "self_attn.k_norm",
    "hidden_norm": "post_attention_layernorm",
    "gate": "mlp.gate_proj",
    "up": "mlp.up_proj",
    "down": "mlp.down_proj",
}


def hugging_face_name(name: str) -> str:
    """`blocks.0.query.weight` -> `model.layers.0.self_attn.q_proj.weight`"""
    if name == "embedding":
        return "model.embed_tokens.weight"
    if name == "norm.weight":
        return "model.norm.weight"
    _, index, part, _ = name.split(".")
    return f"model.layers.{index}.{_NAMES[part]}.weight"


def export(model: Nano, tokenizer: Tokenizer, run: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tensors = {
        hugging_face_name(name): parameter.detach().to("cpu", torch.float32).contiguous()
        for name, parameter in model.named_parameters()
    }
    save_file(tensors, out / "model.safetensors", metadata={"format": "pt"})
    config = model.config
    content = {
        "architectures": ["Qwen3ForCausalLM"],
        "model_type": "qwen3",
        "vocab_size": config.vocabulary,
        "hidden_size": config.width,
        "intermediate_size": config.hidden,
        "num_hidden_layers": config.layers,
        "num_attention_heads": config.heads,
        "num_key_value_heads": config.kv_heads,
        "head_dim": config.head_width,
        "hidden_act": "silu",
        "max_position_embeddings": config.context,
        "rms_norm_eps": config.norm_epsilon,
        "rope_theta": config.theta,
        "tie_word_embeddings": True,
        "attention_bias": False,
        "torch_dtype": "float32",
        "eos_token_id": tokenizer.end,
        "pad_token_id": tokenizer.pad,
    }
    (out / "config.json").write_text(json.dumps(content, indent=2) + "\n")
    shutil.copyfile(run / "tokenizer.json", out / "tokenizer.json")
